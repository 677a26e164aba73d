using System.Diagnostics;
using MicroPoints.Server;

namespace MicroPoints.Api.Tests;

/// <summary>Spans of Orleans say what was called and not of whom.</summary>
public sealed class GrainSpansTests
{
    private const string Phone = "13812345678";

    private static Activity Ended(string source, Action<Activity> told)
    {
        using var sources = new ActivitySource(source);
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => ReferenceEquals(s, sources),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var span = sources.StartActivity("IChamberGrain/RunAll")!;
        told(span);
        span.Stop();
        using var processor = new GrainSpans();
        processor.OnEnd(span);
        return span;
    }

    [Fact]
    public void A_call_keeps_its_method_and_loses_its_grain()
    {
        var span = Ended("Microsoft.Orleans.Application", s => s
            .SetTag("rpc.method", "RunAll").SetTag("orleans.rpc.target_id", $"chamber/{Phone}")
            .SetTag("exception.message", $"{Phone} is unknown").SetStatus(ActivityStatusCode.Error, $"{Phone} is unknown"));
        Assert.Equal([new("rpc.method", "RunAll")], span.Tags);
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
        Assert.True(span.Recorded);
    }

    [Fact]
    public void A_span_with_events_is_not_sent() => Assert.False(Ended("Microsoft.Orleans.Runtime",
        s => s.AddEvent(new ActivityEvent("exception", tags: new() { ["exception.message"] = Phone }))).Recorded);

    [Fact]
    public void Other_spans_stay_as_they_are() =>
        Assert.Equal([new("http.route", "/")], Ended("Microsoft.AspNetCore", s => s.SetTag("http.route", "/")).Tags);
}
