using MicroPoints.Documents;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>A statement of impact that the county attached to an adoption; not found where it attached none of that name.</summary>
internal static class ImpactDownload
{
    public static async Task<IResult> Of(Desk desk, string file)
    {
        var attached = desk.Workspace.Regions.OwnAdoptions(desk.Scope).FirstOrDefault(a => a.Impact?.File.ToString() == file);
        if (attached?.Impact is not { } impact || desk.Workspace.Scans is not { } files) return Results.NotFound();
        return await files.Open(impact.File, desk.Cancel) is { } kept
            ? Results.Stream(kept, RulesetFiles.WorkbookType, $"影响测算-{attached.Adoption.Version}.xlsx") : Results.NotFound();
    }
}
