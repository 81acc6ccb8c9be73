package dev.callsheet.site;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What several pages are made of: made for the first of them, and kept no longer than the collector lets it be. */
final class Shared<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private @Nullable WeakReference<T> made;

    Shared(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T known = made == null ? null : made.get();
        if (known == null) {
            known = maker.get();
            made = new WeakReference<>(known);
        }
        return known;
    }
}
