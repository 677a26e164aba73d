namespace MicroPoints.Runtime.Demo;

/// <summary>One ratio of a scope's chambers, what it was counted from, and what was printed of it elsewhere.</summary>
/// <param name="Denominator">What it is a share of; null for a plain count.</param>
/// <param name="Percent">Numerator of denominator, two decimals, half up; null for a count.</param>
/// <param name="Published">The figure as it was printed elsewhere, if it was.</param>
public sealed record CoverageRow(
    string Id, Title Title, long Numerator, long? Denominator, decimal? Percent, PublishedFigure? Published);

/// <summary>A figure as somebody printed it.</summary>
/// <param name="Percent">As printed, unit included; null where only a count was printed.</param>
/// <param name="Counts">The counts printed beside it.</param>
/// <param name="Note">Why it differs, or may differ, from what is computed.</param>
public sealed record PublishedFigure(string? Percent, string Counts, Title? Note = null);
