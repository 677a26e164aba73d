using MicroPoints.Conformance;
using MicroPoints.Rounds;
using static MicroPoints.Runtime.Tests.Rounds.LightDesk;

namespace MicroPoints.Runtime.Tests.Rounds;

/// <summary>Scans attached where no files are kept.</summary>
public sealed class ScanTests
{
    [Fact]
    public async Task Without_a_place_for_files_a_scan_is_refused_and_the_way_by_digest_is_named()
    {
        var desk = await Open();
        Assert.Contains("round attach", Refused(Refusal.ScansNotKept, await desk.Rounds.Attach(
            Round, Sample.Id("scan"), PaperKind.Notice, "%PDF-1.7"u8.ToArray(), null, Sample.Clerk, CancellationToken.None)));
        Assert.Empty((await desk.State()).Papers);
    }
}
