using System.Reflection;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>Every diagnostic code. Append only: a code that is no longer reported keeps its number.</summary>
public static class DiagnosticCodes
{
    // The text and its YAML.
    public static readonly DiagnosticCode NotUtf8 = Error("YAML001", "The bytes are not UTF-8.");
    public static readonly DiagnosticCode ByteOrderMark = Error("YAML002", "The file begins with a byte order mark.");
    public static readonly DiagnosticCode Tab = Error("YAML003", "A tab stands in the file.");
    public static readonly DiagnosticCode ControlCharacter =
        Error("YAML004", "A control character or an unusual line break.");
    public static readonly DiagnosticCode TooLarge = Error("YAML005", "The file is larger than the limit.");
    public static readonly DiagnosticCode Malformed = Error("YAML006", "The text is not YAML.");
    public static readonly DiagnosticCode NoDocument = Error("YAML007", "The file holds no document.");
    public static readonly DiagnosticCode SecondDocument = Error("YAML008", "The file holds more than one document.");
    public static readonly DiagnosticCode Anchor = Error("YAML009", "An anchor or an alias.");
    public static readonly DiagnosticCode Tag = Error("YAML010", "A tag.");
    public static readonly DiagnosticCode MergeKey = Error("YAML011", "A merge key.");
    public static readonly DiagnosticCode DuplicateKey = Error("YAML012", "A key stands twice in one mapping.");
    public static readonly DiagnosticCode KeyNotScalar = Error("YAML013", "A key is a list or a mapping.");
    public static readonly DiagnosticCode TooDeep = Error("YAML014", "Nodes nest too deep.");
    public static readonly DiagnosticCode Directive = Error("YAML015", "A directive other than %YAML 1.2.");

    // Shapes and scalars.
    public static readonly DiagnosticCode UnknownKey = Error("YAML020", "A key that does not belong here.");
    public static readonly DiagnosticCode MissingKey = Error("YAML021", "A required key is missing.");
    public static readonly DiagnosticCode NotMapping = Error("YAML022", "A mapping is expected.");
    public static readonly DiagnosticCode NotList = Error("YAML023", "A list is expected.");
    public static readonly DiagnosticCode NotScalar = Error("YAML024", "A single value is expected.");
    public static readonly DiagnosticCode EmptyValue = Error("YAML025", "A value is empty or null.");
    public static readonly DiagnosticCode NotQuoted = Error("YAML026", "A date or version is not quoted.");
    public static readonly DiagnosticCode NotNumber = Error("YAML027", "Not a number of at most two decimals.");
    public static readonly DiagnosticCode NumberTooLarge = Error("YAML028", "A number is beyond the limit.");
    public static readonly DiagnosticCode NotBoolean = Error("YAML029", "Neither true nor false.");
    public static readonly DiagnosticCode UnknownWord = Error("YAML030", "Not one of the words allowed here.");
    public static readonly DiagnosticCode NotDay = Error("YAML031", "Not a day of the calendar.");
    public static readonly DiagnosticCode ListTooLong = Error("YAML032", "A list is longer than the limit.");
    public static readonly DiagnosticCode ListEmpty = Error("YAML033", "A list is empty.");
    public static readonly DiagnosticCode TextTooLong = Error("YAML034", "A text is longer than the limit.");
    public static readonly DiagnosticCode NeedlessQuotes = Warning("YAML035", "A number or true/false is quoted.");
    public static readonly DiagnosticCode BetterQuoted = Warning("YAML036", "A period or region is not quoted.");
    public static readonly DiagnosticCode NotId = Error("YAML037", "Not spelled like an id.");
    public static readonly DiagnosticCode NotDuration = Error("YAML038", "Not a duration.");
    public static readonly DiagnosticCode ListedTwice = Warning("YAML039", "An item stands twice in a list.");
    public static readonly DiagnosticCode NotWhole = Error("YAML040", "A whole number is expected.");
    public static readonly DiagnosticCode OutOfRange = Error("YAML041", "A number is outside its range.");

    // Activity kinds.
    public static readonly DiagnosticCode KindTwice = Error("KIND001", "A kind stands twice.");
    public static readonly DiagnosticCode OptionsMissing = Error("KIND002", "An option kind without options.");
    public static readonly DiagnosticCode OptionsUnused = Error("KIND003", "Options on a kind of another measure.");
    public static readonly DiagnosticCode OptionTwice = Error("KIND004", "An option stands twice.");
    public static readonly DiagnosticCode OptionReserved = Error("KIND005", "An option has a reserved name.");
    public static readonly DiagnosticCode WhenMissingOnEvent = Error("KIND006", "An event has when-missing.");
    public static readonly DiagnosticCode WhenMissingUnknown =
        Error("KIND007", "when-missing names no value of the kind.");
    public static readonly DiagnosticCode ExpiresOnEvent = Error("KIND008", "An event has expires-after.");
    public static readonly DiagnosticCode UnitMissing = Warning("KIND009", "A quantity kind without a unit.");
    public static readonly DiagnosticCode OptionUnclear = Warning("KIND010", "An option is called unknown.");
    public static readonly DiagnosticCode WhenMissingOnKeyed =
        Warning("KIND011", "when-missing on a keyed kind changes nothing.");

    // References.
    public static readonly DiagnosticCode IdTwice = Error("RULE001",
        "An id is used twice; all ids share one namespace.");
    public static readonly DiagnosticCode UnknownReference = Error("RULE002", "A $reference to nothing.");
    public static readonly DiagnosticCode ReferenceType = Error("RULE003", "A $reference of another type.");
    public static readonly DiagnosticCode UnknownKind = Error("RULE004",
        "An activity kind that the activities file lacks.");
    public static readonly DiagnosticCode UnknownOption = Error("RULE005",
        "An option that the kind or attribute lacks.");
    public static readonly DiagnosticCode UnknownCategory = Error("RULE006", "A category that does not exist.");
    public static readonly DiagnosticCode UnknownIndicator = Error("RULE007", "An indicator that does not exist.");
    public static readonly DiagnosticCode UnknownDeduction = Error("RULE008", "A deduction that does not exist.");
    public static readonly DiagnosticCode UnknownGrade = Error("RULE009", "A grade that does not exist.");
    public static readonly DiagnosticCode UnknownClass = Error("RULE010", "A class that does not exist.");
    public static readonly DiagnosticCode UnknownLimit = Error("RULE011", "A limit that does not exist.");
    public static readonly DiagnosticCode UnknownOutcome = Error("RULE012", "An outcome that does not exist.");
    public static readonly DiagnosticCode UnknownAttribute = Error("RULE013", "An attribute that does not exist.");
    public static readonly DiagnosticCode NotSwitch = Error("RULE014", "enabled-by does not name a switch setting.");
    public static readonly DiagnosticCode UnknownSource = Error("RULE015",
        "A citation of a source that is not listed.");
    public static readonly DiagnosticCode CiteMissing = Error("RULE016",
        "A line without a citation, its own or inherited.");
    public static readonly DiagnosticCode LaterStage = Error("RULE017", "A condition uses its own or a later stage.");
    public static readonly DiagnosticCode LaterOutcome = Error("RULE018", "An outcome uses itself or a later outcome.");

    // Scores and indicators.
    public static readonly DiagnosticCode ScoreMisfit = Error("RULE019",
        "The scoring function does not fit the kinds.");
    public static readonly DiagnosticCode FilterMisfit = Error("RULE020",
        "An option or key filter does not fit the kind.");
    public static readonly DiagnosticCode WeightUnused = Warning("RULE021", "A weight that changes nothing.");
    public static readonly DiagnosticCode ScoreFunctions = Error("RULE022",
        "A score holds exactly one scoring function.");
    public static readonly DiagnosticCode ModifierMisfit = Error("RULE023",
        "A modifier that this function does not take.");
    public static readonly DiagnosticCode IndicatorIncomplete =
        Error("RULE024", "An indicator without counts or score.");
    public static readonly DiagnosticCode GroupScored = Error("RULE025", "A group of indicators with counts or score.");
    public static readonly DiagnosticCode IndicatorsTooDeep = Error("RULE026", "Indicators nest too deep.");
    public static readonly DiagnosticCode OverflowTarget = Error("RULE027",
        "An overflow goes to an indicator that does not exist.");
    public static readonly DiagnosticCode OverflowTargetScored =
        Error("RULE028", "An overflow's target has counts or a score.");
    public static readonly DiagnosticCode OverflowCycle = Error("RULE029", "An overflow comes back to itself.");
    public static readonly DiagnosticCode OverflowWithoutCap =
        Warning("RULE030", "An overflow without a cap never happens.");
    public static readonly DiagnosticCode CapUnreachable = Warning("RULE031", "A cap above what can be scored.");
    public static readonly DiagnosticCode CapNegative = Error("RULE032", "A cap below zero.");
    public static readonly DiagnosticCode TierTwice = Error("RULE033", "Two tiers begin at the same number.");
    public static readonly DiagnosticCode TiersUnordered = Warning("RULE034", "Tiers are not written highest first.");
    public static readonly DiagnosticCode TierRedundant = Warning("RULE035",
        "A tier gives no more than the one below it.");

    // Grades, scale, deductions, limits, classes, outcomes.
    public static readonly DiagnosticCode GradesUnordered = Error("RULE036", "Grades are not strictly descending.");
    public static readonly DiagnosticCode LowestGrade = Error("RULE037", "The lowest grade does not begin at 0.");
    public static readonly DiagnosticCode GradeUnreachable = Warning("RULE038", "A grade that no chamber can reach.");
    public static readonly DiagnosticCode GradesMissing = Warning("RULE039",
        "A ruleset with points but without grades.");
    public static readonly DiagnosticCode CapsAndTotal = Warning("RULE040",
        "Category caps do not add up to the total.");
    public static readonly DiagnosticCode PointsWithoutScale = Error("RULE041", "Points or grades without a scale.");
    public static readonly DiagnosticCode NotNegative = Error("RULE042", "A number that must be negative.");
    public static readonly DiagnosticCode DeductionForm = Error("RULE043",
        "A deduction has exactly one of each and while.");
    public static readonly DiagnosticCode ZeroesWithoutKey = Error("RULE044", "Zeroing by key needs keyed kinds.");
    public static readonly DiagnosticCode LimitEffects = Error("RULE045",
        "A limit has more than one effect on the grade.");
    public static readonly DiagnosticCode ClassUnreachable =
        Error("RULE046", "A class after one that takes everything.");
    public static readonly DiagnosticCode QuotaForm = Error("RULE047", "A quota has exactly one of percent and count.");
    public static readonly DiagnosticCode PercentRange = Error("RULE048", "A percent outside 0 to 100.");
    public static readonly DiagnosticCode RedistributeRange = Error("RULE049", "redistribute-at-most below 1.");

    // Dates, parameters, attributes.
    public static readonly DiagnosticCode AdoptableEmpty = Error("RULE050", "adoptable ends before it begins.");
    public static readonly DiagnosticCode NotMonthStart = Error("RULE051", "A dated value begins inside a month.");
    public static readonly DiagnosticCode ValuesUnordered = Error("RULE052", "Dated values are not ascending.");
    public static readonly DiagnosticCode NotYetInForce = Warning("RULE053",
        "A parameter has no value when it may first be used.");
    public static readonly DiagnosticCode CheckedTooEarly =
        Warning("RULE054", "still-valid-on lies before the value's first day.");
    public static readonly DiagnosticCode NeverUsed = Warning("RULE055", "A parameter or setting that nothing uses.");
    public static readonly DiagnosticCode AttributeOptions =
        Error("RULE056", "Options do not fit the attribute's type.");
    public static readonly DiagnosticCode AttributeMisfit =
        Error("RULE057", "A condition does not fit the attribute's type.");

    // Conditions.
    public static readonly DiagnosticCode ConditionForm = Error("RULE058", "A condition says not exactly one thing.");
    public static readonly DiagnosticCode ConditionTooDeep = Error("RULE059", "Conditions nest too deep.");
    public static readonly DiagnosticCode ConditionMisfit = Error("RULE060", "A condition does not fit the kind.");
    public static readonly DiagnosticCode BoundsMissing = Error("RULE061", "A comparison without a bound.");
    public static readonly DiagnosticCode SilentForKinds = Error("RULE062", "silent-for has no kinds to watch.");
    public static readonly DiagnosticCode NeverMet = Warning("RULE063",
        "A condition that can never be met, or always is.");

    // Sense.
    public static readonly DiagnosticCode GrowsWithMoney = Warning("RULE064", "Points grow with an amount of money.");
    public static readonly DiagnosticCode BoundsReversed = Error("RULE065", "from is above to.");
    public static readonly DiagnosticCode FinalBelowTotal = Warning("RULE066", "final-at-most is below the total.");
    public static readonly DiagnosticCode RecordsMisfit = Warning("RULE067",
        "An outcome records something that is no plain state.");
    public static readonly DiagnosticCode CountsUnused = Warning("RULE068", "Counts that change nothing.");
    public static readonly DiagnosticCode OverflowTargetOverflows =
        Error("RULE069", "An overflow's target overflows itself.");
    public static readonly DiagnosticCode RulesetReserved = Error("RULE070", "A ruleset has a reserved id.");

    // What can be had, and what never happens.
    public static readonly DiagnosticCode WrittenTwice =
        Warning("RULE071", "Two outcomes record the same kind and option.");
    public static readonly DiagnosticCode PaidTwice =
        Warning("RULE072", "Two indicators count the same and score it alike: one fact pays twice.");
    public static readonly DiagnosticCode OutcomeUnreachable =
        Warning("RULE073", "An outcome whose condition can never be met.");
    public static readonly DiagnosticCode LimitNever = Warning("RULE074", "A limit that never holds.");
    public static readonly DiagnosticCode ClassNever =
        Warning("RULE075", "A class whose condition can never be met.");
    public static readonly DiagnosticCode AlwaysHolds =
        Warning("RULE076", "A limit or class whose condition always holds.");
    public static readonly DiagnosticCode TierUnreachable =
        Warning("RULE077", "A tier that no percent can reach.");
    public static readonly DiagnosticCode QuotaNothing = Warning("RULE078", "A quota that leaves no places.");
    public static readonly DiagnosticCode QuotaTooLarge =
        Warning("RULE079", "A quota larger than those it is for, or that contradicts itself.");
    public static readonly DiagnosticCode QuotaOnLowest =
        Warning("RULE080", "A quota on the lowest grade, below which nobody can drop.");
    public static readonly DiagnosticCode AttainableMost = Info("RULE081", "The most points that can be had.");
    public static readonly DiagnosticCode TotalUnreachable = Warning("RULE082", "A total that nobody can reach.");
    public static readonly DiagnosticCode BonusUnreachable =
        Warning("RULE083", "bonus-at-most is above what bonus categories can give.");
    public static readonly DiagnosticCode FinalUnreachable = Warning("RULE084", "A final-at-most that never applies.");

    // What an official would ask.
    public static readonly DiagnosticCode CheckExpired =
        Warning("RULE085", "A value whose source was last checked more than a year before the ruleset applies.");
    public static readonly DiagnosticCode CheckMissing =
        Warning("RULE086", "A value in force that does not say when its source was last checked.");
    public static readonly DiagnosticCode TitleNotChinese =
        Warning("RULE087", "A Chinese title without a Chinese character.");
    public static readonly DiagnosticCode DelicateWord =
        Warning("RULE088", "A word that a county's ruleset should not use.");
    public static readonly DiagnosticCode AdviceOnParty =
        Warning("RULE089", "Advice would name a line that counts Party work.");
    public static readonly DiagnosticCode AdviceOnOthers =
        Warning("RULE090", "Advice would name a line that others decide.");

    // Rule tests.
    public static readonly DiagnosticCode SuiteOfAnother = Warning("TEST001",
        "The suite names another ruleset or version.");
    public static readonly DiagnosticCode UnknownFixture = Error("TEST002", "A fixture that does not exist.");
    public static readonly DiagnosticCode UnknownFact = Error("TEST003",
        "without names a fact that the fixture lacks.");
    public static readonly DiagnosticCode FactTwice = Error("TEST004", "Two facts of one chamber have the same id.");
    public static readonly DiagnosticCode CaseTwice = Warning("TEST005", "Two cases have the same name.");
    public static readonly DiagnosticCode MeasureMisfit = Error("TEST006", "A fact's fields do not fit its kind.");
    public static readonly DiagnosticCode FactKey = Error("TEST007", "A fact's key does not fit its kind.");
    public static readonly DiagnosticCode FactPart = Error("TEST008",
        "A fact's part is wrong or does not fit its kind.");
    public static readonly DiagnosticCode FactDates = Error("TEST009",
        "A fact's dates do not fit each other or its kind.");
    public static readonly DiagnosticCode ReasonMissing = Error("TEST010", "Awarded points without a reason.");
    public static readonly DiagnosticCode FactValues = Error("TEST011", "A fact's numbers contradict each other.");
    public static readonly DiagnosticCode NotPeriod = Error("TEST012",
        "Not a period, or of another length than the ruleset's.");
    public static readonly DiagnosticCode UnknownSetting = Error("TEST013", "A setting that does not exist.");
    public static readonly DiagnosticCode PeerTwice = Error("TEST014", "Two peers have the same id.");
    public static readonly DiagnosticCode NothingExpected = Warning("TEST015", "A case expects nothing.");
    public static readonly DiagnosticCode NotInstant = Error("TEST016", "Not a day or an instant.");
    public static readonly DiagnosticCode NotRegion = Error("TEST017", "Not a region code.");
    public static readonly DiagnosticCode AlwaysApplicable =
        Warning("TEST018", "An indicator that is always applicable.");

    // Lines that no rule test names.
    public static readonly DiagnosticCode IndicatorUntested =
        Error("TEST019", "An indicator that no rule test names.");
    public static readonly DiagnosticCode DeductionUntested = Error("TEST020", "A deduction that no rule test names.");
    public static readonly DiagnosticCode LimitUntested = Error("TEST021", "A limit that no rule test names.");
    public static readonly DiagnosticCode GradeUntested = Error("TEST022", "A grade that no rule test names.");
    public static readonly DiagnosticCode ClassUntested = Error("TEST023", "A class that no rule test names.");
    public static readonly DiagnosticCode OutcomeUntested = Error("TEST024", "An outcome that no rule test names.");
    public static readonly DiagnosticCode ValueUntested =
        Warning("TEST025", "A dated value that no rule test meets on its first day and on the day before.");
    public static readonly DiagnosticCode SettingUntested =
        Warning("TEST026", "A setting that no rule test sets to anything but its default.");

    /// <summary>All codes in the order of the table.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } =
        [.. typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(DiagnosticCode)).OrderBy(f => f.MetadataToken)
            .Select(f => (DiagnosticCode)f.GetValue(null)!)];

    private static DiagnosticCode Error(string id, string summary) => new(id, Severity.Error, summary);
    private static DiagnosticCode Warning(string id, string summary) => new(id, Severity.Warning, summary);
    private static DiagnosticCode Info(string id, string summary) => new(id, Severity.Info, summary);
}
