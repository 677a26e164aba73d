using System.Text.Json.Serialization.Metadata;
using MicroPoints.Contracts;

namespace MicroPoints.Client.Refit;

/// <summary>What an answer means for each type that a method returns.</summary>
internal static class Readings
{
    private static readonly Dictionary<Type, Func<AnsweredContent, object>> All = [];

    static Readings()
    {
        Sent(Json.Wire.RecordedActivity, a => a.Answer == SendingAnswer.Exists);
        Sent(Json.Wire.PreviewedActivity, a => a.Answer == SendingAnswer.Exists);
        Sent(Json.Wire.RecordedBatch, b => b.Recorded == 0);
        Sent(Json.Wire.RecordedReversal, r => r.Answer == SendingAnswer.Exists);
        Sent(Json.Wire.ChamberDetails, null);
        Sent(Json.Wire.RecordedEntry, e => e.Answer == SendingAnswer.Exists);
        Sent(Json.Wire.RecordedLineage, l => l.Answer == SendingAnswer.Exists);
        Sent(Json.Wire.RecordedRuleset, r => r.Answer == SendingAnswer.Exists);
        Sent(Json.Wire.RecordedAdoption, a => a.Answer == SendingAnswer.Exists);
        Sent(Json.Wire.RecordedCalendar, c => c.Answer == SendingAnswer.Exists);
        Sent(Json.Wire.RecordedRoundStep, s => s.Answer == SendingAnswer.Exists);
        Sent(Json.Wire.RecordedAnswer, a => a.Answer == SendingAnswer.Exists);

        Fetched(Json.Wire.ChamberDetails);
        Fetched(Json.Wire.LedgerPage);
        Fetched(Json.Wire.ScorecardDetails);
        Fetched(Json.Wire.ScorecardExplanation);
        Fetched(Json.Wire.AdviceDetails);
        Fetched(Json.Wire.StandingsPage);
        Fetched(Json.Wire.RoundDetails);
        Fetched(Json.Wire.RoundResultPage);
        Fetched(Json.Wire.CalendarInForce);
        Fetched(Json.Wire.CalendarYear);
        All[typeof(Fetched<byte[]>)] = a => a.Answer.FetchedBytes(a.Known);

        Value(Json.Wire.PreviewedBatch);
        Value(Json.Wire.WhatIfAnswer);
        Value(Json.Wire.ActivityDetails);
        Value(Json.Wire.ActivityPage);
        Value(Json.Wire.ChamberPage);
        Value(Json.Wire.CoverageReport);
        Value(Json.Wire.RulesetList);
        Value(Json.Wire.RulesetCheck);
        Value(Json.Wire.ImpactDetails);
        Value(Json.Wire.AdoptionList);
        Value(Json.Wire.NotApplicableList);
        Value(Json.Wire.RegionRules);
        Value(Json.Wire.RoundPage);
        Value(Json.Wire.RoundStepList);
        Value(Json.Wire.MovedList);
        Value(Json.Wire.UsePage);
        Value(Json.Wire.Caller);
        Value(Json.Wire.IssuedSecret);
        Value(Json.Wire.KeyPage);
        Value(Json.Wire.KeyDetails);
        Value(Json.Wire.AuditPage);
        Value(Json.Wire.HealthReport);
    }

    public static object Of(Type type, AnsweredContent content) => All.TryGetValue(type, out var read) ? read(content)
        : throw new NotSupportedException($"{type} is no answer of this API: add it to {nameof(Readings)}");

    private static void Sent<T>(JsonTypeInfo<T> type, Func<T, bool>? isReplay) =>
        All[typeof(Sent<T>)] = a => a.Answer.Sent(type, isReplay);

    private static void Fetched<T>(JsonTypeInfo<T> type) where T : class =>
        All[typeof(Fetched<T>)] = a => a.Answer.Fetched(type, a.Known);

    private static void Value<T>(JsonTypeInfo<T> type) where T : class => All[typeof(T)] = a => a.Answer.Value(type);
}
