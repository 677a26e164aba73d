using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>How every record is read and written: strictly, in camelCase, with nulls left out, without reflection.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ActivityToRecord))]
[JsonSerializable(typeof(RecordedActivity))]
[JsonSerializable(typeof(PreviewedActivity))]
[JsonSerializable(typeof(ActivityBatch))]
[JsonSerializable(typeof(RecordedBatch))]
[JsonSerializable(typeof(PreviewedBatch))]
[JsonSerializable(typeof(ReversalToRecord))]
[JsonSerializable(typeof(RecordedReversal))]
[JsonSerializable(typeof(ActivityDetails))]
[JsonSerializable(typeof(LedgerPage))]
[JsonSerializable(typeof(ChamberToPut))]
[JsonSerializable(typeof(ChamberDetails))]
[JsonSerializable(typeof(ChamberPage))]
[JsonSerializable(typeof(CoverageReport))]
[JsonSerializable(typeof(Caller))]
[JsonSerializable(typeof(ScorecardDetails))]
[JsonSerializable(typeof(StandingsPage))]
[JsonSerializable(typeof(RulesetList))]
[JsonSerializable(typeof(RulesetCheck))]
[JsonSerializable(typeof(AdoptionToMake))]
[JsonSerializable(typeof(AdoptionList))]
[JsonSerializable(typeof(RecordedAdoption))]
[JsonSerializable(typeof(HealthReport))]
public sealed partial class WireJson : JsonSerializerContext;
