namespace MicroPoints.Contracts;

/// <summary>A merger or split that is in every ledger it touches.</summary>
/// <param name="Answer">Exists where an earlier sending did the whole.</param>
/// <param name="Steps">Chamber by chamber, those that end first.</param>
public sealed record RecordedLineage(SendingAnswer Answer, string Id, IReadOnlyList<LineageStepDone> Steps);

/// <summary>One chamber's part of a merger or split.</summary>
/// <param name="Recorded">How many entries this sending added there.</param>
/// <param name="Head">Where the chamber's stream ends after it.</param>
public sealed record LineageStepDone(string Chamber, int Recorded, HeadOfStream Head);
