using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Api;

/// <summary>Writes that expect a head.</summary>
internal static class Expecting
{
    /// <summary>The command, bound to the head of If-Match where one was sent.</summary>
    public static LedgerCommand AtExpectedHead(this Call call, LedgerCommand command) =>
        call.Expected() is { } head ? new AtHead(command, head) : command;

    /// <summary>A refusal; a head that moved away from the expected one fails the request's own condition.</summary>
    public static ProblemAnswer Refused(this Call call, Answer.Refused refused) =>
        refused.Reason == Refusal.HeadMoved && call.Expected() is not null
        ? ProblemAnswer.Of(refused) with { Status = 412 } : ProblemAnswer.Of(refused);
}
