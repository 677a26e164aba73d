namespace MicroPoints.Runtime.Demo;

/// <summary>Divides a whole number so that the parts always sum to it.</summary>
internal static class Shares
{
    /// <summary>Each part is the rounded running total less the one before: within one of its exact share.</summary>
    public static IReadOnlyList<int> Of(int total, IReadOnlyList<int> weights)
    {
        var shares = new int[weights.Count];
        long all = weights.Sum(w => (long)w), running = 0, given = 0;
        for (var i = 0; i < weights.Count; i++)
        {
            running += weights[i];
            var through = total * running / all;
            shares[i] = (int)(through - given);
            given = through;
        }
        return shares;
    }
}
