using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>A ruleset drafted from a county's own document: it counts for nothing until people have answered what is open.</summary>
/// <param name="Rules">The lines as they were read or assumed.</param>
/// <param name="NewKinds">Kinds of activities that no known one fits.</param>
/// <param name="Questions">What could not be read surely, in the order of the document.</param>
public sealed record RulesetDraft(Ruleset Rules, IReadOnlyList<ActivityKind> NewKinds, IReadOnlyList<OpenQuestion> Questions);

/// <summary>Something in a document that people have to decide.</summary>
/// <param name="Where">Where in the document, as people find it.</param>
/// <param name="Line">The id of the draft's line it is about; null where it is about the whole.</param>
/// <param name="Text">What the document says, as it stands there.</param>
/// <param name="Assumed">What the draft takes it for until somebody decides.</param>
/// <param name="Decide">What to decide.</param>
public sealed record OpenQuestion(string Where, string? Line, string Text, Title Assumed, Title Decide);

/// <summary>A draft as files.</summary>
/// <param name="Rules">The ruleset file, each question in a comment beside its line.</param>
/// <param name="Activities">The activities file with the drafted kinds, by which the ruleset file is checked.</param>
/// <param name="Questions">Those of the draft, and one for each error that checking the files still finds.</param>
public sealed record WrittenDraft(string Rules, string Activities, IReadOnlyList<OpenQuestion> Questions);

/// <summary>Writes drafts in the format of ruleset files and checks what it wrote.</summary>
public interface IDraftFormat
{
    WrittenDraft Write(RulesetDraft draft, KindCatalogue known);
}
