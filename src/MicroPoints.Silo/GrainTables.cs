namespace MicroPoints.Silo;

/// <summary>The tables that Orleans' ADO.NET providers look for.</summary>
internal static class GrainTables
{
    /// <summary>The ADO.NET provider, as Orleans names it.</summary>
    public const string Invariant = "Npgsql";
}
