using System.Diagnostics;
using OpenTelemetry;

namespace MicroPoints.Server;

/// <summary>Takes out of Orleans' spans what names anybody, before they are sent.</summary>
/// <remarks>A grain's key is a chamber's id, which is whatever a caller wrote in a path; what an exception says may quote it.</remarks>
internal sealed class GrainSpans : BaseProcessor<Activity>
{
    private const string Sources = "Microsoft.Orleans";

    private static readonly string[] Kept =
    [
        "rpc.system.name", "rpc.method", "orleans.rpc.service", "orleans.grain.type", "orleans.storage.provider",
        "orleans.storage.state.type", "exception.type",
    ];

    public override void OnEnd(Activity span)
    {
        if (!span.Source.Name.StartsWith(Sources, StringComparison.Ordinal)) return;
        // Events cannot be taken from a span: one that has some is not sent.
        if (span.Events.Any()) span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        foreach (var tag in span.TagObjects.Select(t => t.Key).Except(Kept).ToList()) span.SetTag(tag, null);
        if (span.StatusDescription is not null) span.SetStatus(span.Status);
    }
}
