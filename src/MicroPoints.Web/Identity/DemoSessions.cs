using System.Collections.Concurrent;

namespace MicroPoints.Web;

/// <summary>Sessions of the demo's link: they count while the process lives that drew it, until they are ended.</summary>
internal sealed class DemoSessions(PageOptions options)
{
    private readonly ConcurrentDictionary<string, bool> _ended = [];

    public bool Holds(DeskSession session) =>
        options.DemoTicket is { } ticket && session.Mark == DeskSession.MarkOf(ticket) && !_ended.ContainsKey(session.Id);

    public void End(DeskSession session) => _ended[session.Id] = true;
}
