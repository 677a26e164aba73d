using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>A 办法 as an office file holds it: its tables, and what stands around them.</summary>
/// <param name="Paragraphs">Outside tables, in order; none of a workbook.</param>
/// <param name="Tables">Tables of a document or sheets of a workbook.</param>
/// <param name="Problems">Where there is one, nothing is given.</param>
public sealed record WrittenRules(IReadOnlyList<string> Paragraphs, IReadOnlyList<Sheet> Tables, IReadOnlyList<TableNote> Problems)
{
    /// <summary>A document's tables are counted and have no letters above their columns.</summary>
    public bool IsDocument { get; init; }

    /// <summary>Where a row is, as people find it.</summary>
    internal string Where(CellPlace place) => IsDocument ? $"第 {place.Sheet[1..]} 张表第 {place.Row} 行"
        : place.Column == 0 ? $"{place.Sheet} 第 {place.Row} 行" : place.ToString();

    public static WrittenRules Unreadable(string zh, string en) => new([], [], [new TableNote(null, zh, en)]);
}

/// <summary>What a draft is to be called.</summary>
/// <param name="Id">The ruleset's id.</param>
/// <param name="Title">Null: the document's own.</param>
/// <param name="From">The first day on which it may be in force.</param>
public sealed record DraftRequest(string Id, string? Title, DateOnly From);

/// <summary>What drafting came to: a draft, or why there is none.</summary>
public sealed record DraftAnswer(RulesetDraft? Draft, IReadOnlyList<TableNote> Problems);
