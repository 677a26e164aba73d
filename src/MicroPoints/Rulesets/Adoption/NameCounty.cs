using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rulesets;

/// <summary>The county whose federation keeps this installation, with the name it goes by. The one named last counts.</summary>
public sealed record CountyNamed(RegionCode County, string Name) : Entry
{
    public const string Type = "county-named/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(County.Value).Text(Name);

    internal static Entry Read(ref CanonicalReader reader)
    {
        var (county, name) = (reader.Text(), reader.Text());
        if (!RegionCode.IsValid(county)) throw new CanonicalException($"'{county}' is not a region code");
        return new CountyNamed(new RegionCode(county), name);
    }
}

/// <summary>Says in the whole country's stream which county an installation is for.</summary>
public sealed record NameCounty(EntryId Id, RegionCode County, string Name) : StreamCommand<RegionState>(Id)
{
    public override Entry Content => new CountyNamed(County, Name);

    public override Decision Decide(RegionState state, Context context)
    {
        if (!context.By.IsAuthority(RegionCode.Nation) || !state.Region.IsNation) return Decision.Refuse(Refusal.NotAnAuthority,
            $"only an approver for the whole country ({RegionCode.Nation}) may say which county an installation is for, and in its stream");
        if (County.Value.Length != (int)RegionLevel.County) return Decision.Refuse(Refusal.RegionNotACounty,
            $"{County} is not a county: give the six digits of a county, district or county-level city");
        if (string.IsNullOrWhiteSpace(Name)) return Decision.Refuse(Refusal.CountyNameMissing, $"say what {County} is called");
        return PlainText.RefuseLine("a county's name", Name) ?? Accept(context, Content);
    }
}
