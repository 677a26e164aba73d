using MicroPoints.Chambers;
using MicroPoints.Contracts;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Registers a chamber, or records what is new of it.</summary>
internal static class PutChamberEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Put("/chambers/{chamber}", Handle).Needs(Need.Writers).Takes()
        .Is("putChamber", Tags.Chambers, "Register or change a chamber",
            "A new name or attribute holds from today. Kind, seat, regions served and founding day never change. "
            + "Sending the same again changes nothing.")
        .Takes(WireJson.Default.ChamberToPut, Samples.ChamberToPut)
        .Gives(201, "It is on the register now.", WireJson.Default.ChamberDetails, Samples.Chamber)
        .Gives(200, "It was on the register; what is new is recorded.", WireJson.Default.ChamberDetails, Samples.Chamber)
        .Refuses(409, 412, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var text = call.Route("chamber");
        if (!ChamberId.IsValid(text)) throw new ProblemException(Fault.FieldInvalid,
            $"'{text}' is not a chamber id: 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -, the first a letter or digit");
        var chamber = new ChamberId(text);
        var sent = await call.Body(WireJson.Default.ChamberToPut);
        var profile = Read(sent);
        // Ids are unique everywhere, so one that is taken elsewhere cannot be hidden, but nothing else is said of it.
        if (await call.Workspace.Seats.Of(chamber, call.Cancel) is { } seat && !call.Actor.Scope.Contains(seat))
            return ProblemAnswer.Of(Refusal.ChamberExists, $"the id {chamber} is taken: choose another");
        return await call.Workspace.Register.Put(chamber, profile, call.Actor, call.Cancel, call.Expected()) switch
        {
            Answer.Recorded { Entries: [{ Body: ChamberRegistered }, ..] } => await Shown(call, chamber, 201),
            Answer.Recorded or Answer.Exists => await Shown(call, chamber, 200),
            Answer.Refused refused => call.Refused(refused),
            _ => throw new InvariantException("an answer is recorded, exists or refused"),
        };
    }

    private static ChamberProfile Read(ChamberToPut sent)
    {
        WireText.CheckDay(sent.Founded, "$.founded");
        return new ChamberProfile(sent.Name, sent.Kind, WireText.Region(sent.Seat, "$.seat"),
            sent.Serves is null ? null : [.. sent.Serves.Select((r, i) => WireText.Region(r, $"$.serves[{i}]"))],
            sent.Founded, sent.Attributes);
    }

    private static async ValueTask<IResult> Shown(Call call, ChamberId chamber, int status)
    {
        var today = call.Workspace.Today;
        var view = await call.Workspace.Chambers.View(chamber, Period.Year(today.Year), AsOf.On(today), call.Cancel);
        return new JsonAnswer<ChamberDetails>(
            status, ChamberOut.Details(view.Register!, view.Head, today), WireJson.Default.ChamberDetails)
        {
            ETag = ETags.Of(view.Head),
            Location = status == 201 ? $"/api/v1/chambers/{chamber}" : null,
        };
    }
}
