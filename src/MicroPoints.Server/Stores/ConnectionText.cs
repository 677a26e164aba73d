namespace MicroPoints.Server;

/// <summary>How a database is reached. A password may stand in it, so it shows nothing of itself.</summary>
public sealed class ConnectionText(string text)
{
    /// <summary>The text itself, for whoever opens the database and for nobody else.</summary>
    public string Reveal() => text;

    public override string ToString() => "a database";
}
