namespace MicroPoints.Documents;

/// <summary>A ruleset as it is printed to be read: what stands at its head, and every line with its clause and who confirms it.</summary>
/// <param name="Facts">What is told first, such as the version and whom it is for.</param>
/// <param name="Tables">Documents, settings, values and attributes.</param>
public sealed record PrintedRules(
    Title Title, IReadOnlyList<Title> Marks, IReadOnlyList<PrintedFact> Facts, IReadOnlyList<PrintedTable> Tables,
    IReadOnlyList<PrintedSection> Sections)
{
    public IEnumerable<PrintedLine> Lines => Sections.SelectMany(s => s.Lines);
}

public sealed record PrintedFact(Title Name, Title Value);

/// <summary>Rows of cells under headings; the first cell of a row names it.</summary>
public sealed record PrintedTable(Title Heading, IReadOnlyList<Title> Columns, IReadOnlyList<IReadOnlyList<Title>> Rows);

/// <summary>Lines of one part of the ruleset, after a sentence that goes for all of them.</summary>
public sealed record PrintedSection(Title Heading, Title? Opening, IReadOnlyList<PrintedLine> Lines);

/// <summary>One line of a ruleset in print.</summary>
/// <param name="Depth">0: a category, or a line that stands in none.</param>
/// <param name="Clause">The document's place in the list of them, and the clause.</param>
/// <param name="Confirmed">Who confirms it; where nobody does, what it comes from.</param>
/// <param name="Switch">By which setting it is on or off, and which it is; null: it is always on.</param>
/// <param name="Machine">The line as its file writes it; null where that was not asked for.</param>
/// <param name="Tests">The names of the rule tests that expect something of it.</param>
public sealed record PrintedLine(
    string Id, int Depth, Title Text, Title Clause, IReadOnlyList<PrintedKind> Kinds, Title Confirmed, Title? Switch,
    string? Machine, IReadOnlyList<string> Tests);

/// <summary>A kind or attribute that a line reads: who confirms its records, and which evidence serves.</summary>
public sealed record PrintedKind(string Id, Title Title, Title ConfirmedBy, Title Evidence);

/// <summary>What is printed beside the sentences.</summary>
/// <param name="Machine">Each line as its file writes it, by its id; null: without.</param>
/// <param name="Tests">The names of rule tests by the id of the line they name; null: without.</param>
public sealed record PrintBeside(
    IReadOnlyDictionary<string, string>? Machine = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? Tests = null);

/// <summary>In which language a ruleset is printed.</summary>
public enum PrintLanguage
{
    Chinese = 1,
    English = 2,
    Both = 3,
}
