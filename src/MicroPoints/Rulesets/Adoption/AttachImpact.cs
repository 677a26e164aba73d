using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rulesets;

/// <summary>A statement of what a ruleset would have done, kept beside the proofs, belongs to an adoption.</summary>
/// <param name="Adoption">The adoption's id in the same stream.</param>
/// <param name="File">The digest of the statement's bytes, under which it is kept.</param>
public sealed record ImpactAttached(EntryId Adoption, Digest File, long Bytes) : Entry
{
    public const string Type = "impact-attached/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Adoption.Value).Digest(File).Whole(Bytes);

    internal static Entry Read(ref CanonicalReader reader)
    {
        var (adoption, file, bytes) = (reader.Text(), reader.Digest(), reader.Whole());
        if (!EntryId.IsValid(adoption)) throw new CanonicalException($"'{adoption}' is not an entry's id");
        if (bytes < 0) throw new CanonicalException($"a statement cannot have {bytes} bytes");
        return new ImpactAttached(new EntryId(adoption), file, bytes);
    }
}

/// <summary>Attaches to an adoption what people were shown before they decided it.</summary>
/// <param name="Bytes">How long the statement is.</param>
public sealed record AttachImpact(EntryId Id, EntryId Adoption, Digest File, long Bytes) : StreamCommand<RegionState>(Id)
{
    public override Entry Content => new ImpactAttached(Adoption, File, Bytes);

    public override Decision Decide(RegionState state, Context context)
    {
        if (!context.By.IsAuthority(state.Region)) return Decision.Refuse(Refusal.NotAnAuthority,
            $"only an approver for {state.Region} may attach a statement to what it adopted");
        return state.Adoptions.All(a => a.Entry.Id != Adoption)
            ? Decision.Refuse(Refusal.AdoptionUnknown,
                $"{state.Region} has no adoption '{Adoption}': adopt first, then attach to it by its id")
            : Accept(context, Content);
    }
}
