package dev.callsheet.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests in Firefox, skipped where there is none. Its constructor is given the {@link BrowserSites}. */
@Tag("browser")
@EnabledIf("dev.callsheet.browser.Firefox#isInstalled")
@ExtendWith(BrowserSites.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InFirefox {}
