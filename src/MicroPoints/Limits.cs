namespace MicroPoints;

/// <summary>Every limit of the product, in one place. Each has a refusal or a diagnostic that names it.</summary>
public static class Limits
{
    /// <summary>Characters in an activity's, a chamber's or a round's id.</summary>
    public const int IdLengthMax = 64;

    /// <summary>Characters in an API key's id.</summary>
    public const int KeyIdLengthMax = 40;

    /// <summary>Characters in an account's id.</summary>
    public const int AccountIdLengthMax = 40;

    /// <summary>Characters in the id of a chamber's link.</summary>
    public const int ChamberLinkIdLengthMax = 40;

    /// <summary>The fewest characters of a password.</summary>
    public const int PasswordLengthMin = 10;

    /// <summary>Characters in a password: hashing a longer one would cost others their time.</summary>
    public const int PasswordLengthMax = 200;

    /// <summary>Hours that one sign-in lasts, however busy: an ended session is remembered for as long.</summary>
    public const int SessionHoursMax = 24;

    /// <summary>Characters in a key (a project, a case).</summary>
    public const int KeyLengthMax = 64;

    /// <summary>Characters in a title or a name.</summary>
    public const int NameLengthMax = 200;

    /// <summary>Characters in a reason.</summary>
    public const int ReasonLengthMax = 2_000;

    /// <summary>The greatest <c>count</c>, <c>answered</c>, <c>asked</c>, <c>done</c> or <c>of</c> of one activity.</summary>
    public const long CountMax = 1_000_000;

    /// <summary>The greatest quantity of one activity, in hundredths of its unit.</summary>
    public const long QuantityHundredthsMax = 1_000_000_000_000;

    /// <summary>The greatest number in a ruleset, in hundredths.</summary>
    public const long NumberMax = 100_000_000_000;

    /// <summary>Raw points, in hundredths, stop here: a line above it could not be told apart by any cap.</summary>
    public const long RawMax = 100_000_000_000_000;

    /// <summary>The greatest m of a part n/m. The product of all of them divides <see cref="Fraction.UnitsPerOne"/>.</summary>
    public const int PartOfMax = 12;

    /// <summary>Evidence digests on one activity.</summary>
    public const int EvidencePerActivityMax = 20;

    /// <summary>Commands in one batch for one chamber.</summary>
    public const int BatchMax = 1_000;

    /// <summary>Bytes of one request's body.</summary>
    public const int BodyBytesMax = 1_000_000;

    /// <summary>Bytes of the body of a request with a batch.</summary>
    public const int BatchBodyBytesMax = 8_000_000;

    /// <summary>Bytes of the body of a request with two ruleset files: as JSON texts they are longer.</summary>
    public const int RulesBodyBytesMax = 5_000_000;

    /// <summary>Items on one page of an answer.</summary>
    public const int PageMax = 500;

    /// <summary>Bytes of a ruleset, an activities file or a test file.</summary>
    public const int RulesetBytesMax = 1_000_000;

    /// <summary>How deep the nodes of a ruleset file nest; conditions and indicators at their limits fit.</summary>
    public const int YamlDepthMax = 40;

    /// <summary>Items of one list in a ruleset or activities file.</summary>
    public const int RulesetListMax = 1_000;

    /// <summary>Items of one list in a rule test file.</summary>
    public const int RuleTestListMax = 10_000;

    /// <summary>Diagnostics that one reading of a file reports.</summary>
    public const int DiagnosticsMax = 1_000;

    /// <summary>Bytes of an import file.</summary>
    public const int ImportBytesMax = 50_000_000;

    /// <summary>Bytes of a workbook or a CSV file of a county's table.</summary>
    public const int TableBytesMax = 10_000_000;

    /// <summary>Bytes that all parts of a workbook together come to once they are unpacked.</summary>
    public const long TableUnpackedBytesMax = 100_000_000;

    /// <summary>Parts (files) inside a workbook.</summary>
    public const int TablePartsMax = 1_000;

    /// <summary>Sheets of a workbook.</summary>
    public const int TableSheetsMax = 60;

    /// <summary>Rows of a sheet that hold anything.</summary>
    public const int TableRowsMax = 20_000;

    /// <summary>Columns of a sheet that hold anything.</summary>
    public const int TableColumnsMax = 600;

    /// <summary>Cells of a sheet that hold anything.</summary>
    public const int TableCellsMax = 400_000;

    /// <summary>Characters of one cell.</summary>
    public const int TableCellLengthMax = 32_767;

    /// <summary>Merged ranges of a sheet.</summary>
    public const int TableMergesMax = 20_000;

    /// <summary>Problems that one reading of a table reports.</summary>
    public const int TableProblemsMax = 500;

    /// <summary>Chambers that one table names.</summary>
    public const int ImportChambersMax = 5_000;

    /// <summary>Chambers of one batch grid: a page that is typed, whose fields a form can carry.</summary>
    public const int GridChambersMax = 150;

    /// <summary>Periods that one comparison of two rulesets replays.</summary>
    public const int ImpactPeriodsMax = 10;

    /// <summary>Periods that are over which people are shown before they adopt a ruleset.</summary>
    public const int ImpactPeriodsOfAdoptionMax = 3;

    /// <summary>Chambers of a scope above which a preview says how many lines move, and not how each total does.</summary>
    public const int WhatIfChambersMax = 2_000;

    /// <summary>Rows of one sheet that is written.</summary>
    public const int ExportRowsMax = 100_000;

    /// <summary>Bytes of one frame in the journal.</summary>
    public const int FrameBytesMax = 256 * 1024 * 1024;

    /// <summary>Bytes of a proof that replay reads.</summary>
    public const long ProofBytesMax = 2_000_000_000;

    /// <summary>Working days that one term counts.</summary>
    public const int WorkingDaysMax = 1_000;

    /// <summary>Working days that a public notice stands at least.</summary>
    public const int NoticeDaysMin = 5;

    /// <summary>The most working days of a notice that a county's own profile asks for.</summary>
    public const int NoticeDaysOfProfileMax = 60;

    /// <summary>Days within which an objection is answered, counted from the day after it was received.</summary>
    public const int ObjectionAnswerDays = 15;

    /// <summary>Entries of one round beside its applications.</summary>
    public const int RoundEntriesMax = 10_000;

    /// <summary>Bytes of one signed scan that is kept.</summary>
    public const int ScanBytesMax = 20_000_000;

    /// <summary>How deep indicators nest.</summary>
    public const int IndicatorDepthMax = 4;

    /// <summary>How deep conditions nest.</summary>
    public const int ConditionDepthMax = 8;

    /// <summary>Chambers that one chamber is merged from or split into.</summary>
    public const int LineageMax = 50;

    /// <summary>Chambers that the explanation of a place names: those nearest to it.</summary>
    public const int TracedPeersMax = 200;

    /// <summary>Facts of one line that an explanation sends out; it says how many more there are.</summary>
    public const int TracedFactsMax = 500;

    /// <summary>Regions that one chamber serves.</summary>
    public const int RegionsServedMax = 50;

    /// <summary>The first day any fact may carry.</summary>
    public static readonly DateOnly FirstDay = new(1949, 10, 1);

    /// <summary>The last day any date may name.</summary>
    public static readonly DateOnly LastDay = new(2199, 12, 31);
}
