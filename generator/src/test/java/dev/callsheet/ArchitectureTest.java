package dev.callsheet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The packages that see which, and the libraries that stay behind fences (design.md 2.1). A package that does not exist
 * yet breaks no rule.
 *
 * <p>Where the code departs from the table of design.md 2.1:
 *
 * <ul>
 *   <li>{@code site} also sees {@code output}, for {@code SafePath} and {@code Slugs}: a link is made of two paths; and
 *       {@code stats}, for the records that numbers come in, such as {@code Interval}.
 *   <li>{@code gate}, {@code report} and {@code render.*} see {@code stats}, and {@code site} and {@code render.*} see
 *       {@code gate}, for the same reason: who uses numbers names their types; so {@code metrics} and {@code model}.
 *   <li>{@code config} sees {@code gate} as it sees {@code metrics}: the limits of either can be configured;
 *       and {@code deliver}, whose addresses can be.
 *   <li>{@code cli} has no line: it sees everything.
 * </ul>
 */
class ArchitectureTest {

    private static final String ROOT = "dev.callsheet.";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.callsheet");

    @Test
    void thereIsCodeToJudge() {
        assertThat(CODE.size()).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "model, ''",
        "stats, ''",
        "output, ''",
        "web, ''",
        "source, model",
        "fetch, model source output web",
        "privacy, model",
        "corpus, model",
        "metrics, model corpus stats",
        "config, metrics gate deliver",
        "history.find, model history web",
        "history, model corpus web",
        "gate, metrics stats",
        "report, model stats metrics gate",
        "site, model corpus stats metrics gate report output",
        "render, model corpus stats metrics gate report site output",
        "deliver, output",
    })
    void aPackageSeesNoMoreThanItsShare(String name, String seen) {
        String[] allowed = (name + " " + seen).trim().split(" ", -1);
        noClasses()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.callsheet..")
                        .and(not(resideInAnyPackage(Arrays.stream(allowed)
                                .map(ArchitectureTest::inside)
                                .toArray(String[]::new)))))
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void nothingSeesTheCommands() {
        fence("cli", "dev.callsheet.cli..").check(CODE);
    }

    @Test
    void packagesDependOnOneAnotherInOneDirection() {
        slices().matching("dev.callsheet.(**)").should().beFreeOfCycles().check(CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "source fetch corpus history render.data config cli, tools.jackson.. com.fasterxml.jackson..",
        "render.html render.text, org.thymeleaf.. com.vladsch.flexmark.. org.owasp..",
        "render.chart, org.knowm.xchart.. java.awt.. javax.swing.. javax.imageio.. org.apache.batik..",
        "render.data, org.apache.commons.csv..",
        "privacy, com.google.i18n.phonenumbers.. org.apache.commons.validator..",
        "stats, org.apache.commons.statistics.. org.apache.commons.numbers..",
        "web fetch history.find, java.net.http..",
        "deliver render.mail, jakarta.mail.. org.eclipse.angus..",
        "cli, picocli..",
    })
    void aLibraryStaysBehindItsFence(String owners, String libraries) {
        fence(owners, libraries.split(" ", -1)).check(CODE);
    }

    @Test
    void onlyTheCommandsReadTheClock() {
        outsideCli(calls("now", Set.of("java.time."), "reads the clock")
                        .or(calls("system", Set.of("java.time.Clock"), "reads the clock"))
                        .or(calls("systemUTC", Set.of("java.time.Clock"), "reads the clock"))
                        .or(calls("systemDefaultZone", Set.of("java.time.Clock"), "reads the clock"))
                        .or(calls("tick", Set.of("java.time.Clock"), "reads the clock"))
                        .or(calls("currentTimeMillis", Set.of("java.lang.System"), "reads the clock"))
                        .or(calls("<init>", Set.of("java.util.Date", "java.util.GregorianCalendar"), "reads the clock"))
                        .or(calls("getInstance", Set.of("java.util.Calendar"), "reads the clock")))
                .check(CODE);
    }

    @Test
    void onlyTheCommandsAskForTheDefaultZoneOrLocale() {
        outsideCli(calls("systemDefault", Set.of("java.time.ZoneId"), "asks for the default zone")
                        .or(calls("getDefault", Set.of("java.util.TimeZone"), "asks for the default zone"))
                        .or(calls("getDefault", Set.of("java.util.Locale"), "asks for the default locale"))
                        .or(withoutLocale()))
                .check(CODE);
    }

    @Test
    void onlyTheCommandsEndTheProgram() {
        outsideCli(calls("exit", Set.of("java.lang.System", "java.lang.Runtime"), "ends the program")
                        .or(calls("halt", Set.of("java.lang.Runtime"), "ends the program")))
                .check(CODE);
    }

    private static String inside(String name) {
        return ROOT + name + "..";
    }

    /** Only the owners, names of packages with spaces between, may use the libraries. */
    private static ArchRule fence(String owners, String... libraries) {
        String[] packages = Arrays.stream(owners.split(" ", -1))
                .map(ArchitectureTest::inside)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries));
    }

    private static ArchRule outsideCli(DescribedPredicate<JavaAccess<?>> access) {
        return noClasses().that(resideOutsideOfPackage(inside("cli"))).should().accessTargetWhere(access);
    }

    /** Calls or references of a method whose class has one of the names, or a name that begins like one ending in a dot. */
    private static DescribedPredicate<JavaAccess<?>> calls(String method, Set<String> owners, String what) {
        return describe(what + " by " + method, access -> {
            String owner = access.getTargetOwner().getName();
            return access.getName().equals(method)
                    && hasNoClock(access.getTarget())
                    && owners.stream()
                            .anyMatch(name -> name.endsWith(".") ? owner.startsWith(name) : owner.equals(name));
        });
    }

    /** A clock handed in is no default; neither is the instant in {@code new Date(instant)}. */
    private static boolean hasNoClock(AccessTarget target) {
        return !(target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .anyMatch(List.of("java.time.Clock", "long")::contains));
    }

    /** Methods that take the default locale where none is given. */
    private static DescribedPredicate<JavaAccess<?>> withoutLocale() {
        Set<String> methods = Set.of(
                "java.lang.String.toLowerCase()",
                "java.lang.String.toUpperCase()",
                "java.lang.String.formatted([Ljava.lang.Object;)",
                "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
                "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)");
        return describe(
                "takes the default locale",
                access -> methods.contains(access.getTarget().getFullName()));
    }
}
