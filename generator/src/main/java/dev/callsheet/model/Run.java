package dev.callsheet.model;

/** A run as one document gives it: its facts and the text of its call. */
public record Run(RunFacts facts, RunText text) {}
