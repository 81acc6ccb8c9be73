package dev.callsheet.fetch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of a request in the end, after all its tries. */
sealed interface Answer {

    /**
     * The API answered.
     *
     * @param document out of its envelope: an object, or the list that an envelope held
     * @param around the object that it came in; the document itself when there was no envelope
     */
    record Found(JsonNode document, ObjectNode around) implements Answer {}

    /** There is no such thing, or no more. */
    record Gone(String why) implements Answer {}

    /**
     * It could not be had.
     *
     * @param why as what follows the name of what was asked in a sentence
     */
    record Failed(String why) implements Answer {}
}
