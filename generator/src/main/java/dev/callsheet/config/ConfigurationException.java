package dev.callsheet.config;

/**
 * The configuration is wrong; the message is for the user. It names the place, never an absolute path, and never the
 * value of a secret; it may hold control characters.
 */
public final class ConfigurationException extends Exception {

    private static final long serialVersionUID = 1L;

    ConfigurationException(String message) {
        super(message);
    }
}
