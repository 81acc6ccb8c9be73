package dev.callsheet.cli;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads option values, and says what would be right when they are not. */
final class Converters {

    private Converters() {}

    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String value) {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + value + "' is no time zone; try Europe/Berlin or UTC");
            }
        }
    }

    static final class TimeOfDay implements ITypeConverter<LocalTime> {
        @Override
        public LocalTime convert(String value) {
            try {
                return LocalTime.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + value + "' is no time of day; try 18:00");
            }
        }
    }
}
