using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>The file that a piece of work made, for whoever may see the work.</summary>
internal static class WorkDownload
{
    public static IResult Of(Desk desk, LongWorks works, string id) => works.Find(desk.Actor, id)?.End?.File is { } file
        ? Results.File(file.Bytes, file.Type, file.Name) : Results.NotFound();
}
