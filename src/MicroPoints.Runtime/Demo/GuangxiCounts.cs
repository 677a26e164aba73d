namespace MicroPoints.Runtime.Demo;

/// <summary>What was published of Guangxi's township and street chambers in 2022; the demo has exactly these.</summary>
/// <remarks>
/// 中华工商时报, 9 November 2022. It counts 1,251 townships and streets; the list of codes has 1,253, and the demo keeps
/// to the list.
/// </remarks>
public static class GuangxiCounts
{
    public const int
        Places = 1_253, PlacesPublished = 1_251, Chambers = 1_123, Registered = 445, PartyOrganisations = 433,
        Instructors = 407, StarOrganisations = 105, ProvinceTitles = 249, NationalTitles = 20, Pioneers = 45,
        MediationBodies = 962;

    /// <summary>Settled by the mediation bodies in all years, the demo's included; printed as over 40,000.</summary>
    public const int Disputes = 40_260;
}
