package dev.callsheet.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** The output could not be written or published: exit code 7. The message is a sentence for the user. */
public final class PublicationException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says why, for a user. */
    public PublicationException(String message) {
        this(message, null);
    }

    private PublicationException(String message, @Nullable IOException cause) {
        super(message, cause);
    }

    /** Says what failed and why; a cause that says it already stays as it is. */
    public static PublicationException because(String what, IOException cause) {
        return cause instanceof PublicationException said
                ? said
                : new PublicationException(what + ": " + reason(cause), cause);
    }

    /** The JDK leaves the reason of the commonest failures to the name of the exception. */
    private static String reason(IOException e) {
        if (!(e instanceof FileSystemException f)) {
            return String.valueOf(e.getMessage());
        }
        String file = f.getFile() == null ? "" : f.getFile() + ": ";
        if (f.getReason() != null) {
            return file + f.getReason();
        }
        if (f instanceof AccessDeniedException) {
            return file + "permission denied";
        }
        if (f instanceof FileAlreadyExistsException || f instanceof NotDirectoryException) {
            return file + "something else of that name is in the way";
        }
        if (f instanceof NoSuchFileException) {
            return file + "no such file or directory";
        }
        return file + f.getClass().getSimpleName();
    }
}
