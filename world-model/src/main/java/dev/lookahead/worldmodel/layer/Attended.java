package dev.lookahead.worldmodel.layer;

/**
 * Tokens after an attention, and what they and those before them offer to later ones.
 *
 * @param tokens [B, n, width]
 * @param offered by all tokens so far
 */
public record Attended<T>(T tokens, KeyValues<T> offered) {}
