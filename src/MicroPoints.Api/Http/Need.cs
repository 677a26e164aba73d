using MicroPoints.Identity;
using Microsoft.AspNetCore.Builder;

namespace MicroPoints.Api;

/// <summary>Who may use an endpoint. One without a need is refused to everybody.</summary>
/// <param name="Roles">Null: anybody, without a key.</param>
internal sealed record Need(IReadOnlyList<Role>? Roles)
{
    public static readonly Role[] Writers = [Role.Clerk, Role.Approver];
    public static readonly Role[] Readers = [Role.Clerk, Role.Approver, Role.Reader, Role.Auditor, Role.Sandbox];

    /// <summary>Those who see words that may name people.</summary>
    public static readonly Role[] WordReaders = [Role.Clerk, Role.Approver, Role.Auditor];

    private readonly int _mask = Roles?.Aggregate(0, (mask, role) => mask | 1 << (int)role) ?? 0;

    public bool IsOpen => Roles is null;
    public bool Admits(Role role) => (_mask & 1 << (int)role) != 0;
}

/// <summary>How routes state their need.</summary>
public static class NeedConventions
{
    internal static TBuilder Needs<TBuilder>(this TBuilder builder, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder => builder.With(new Need(roles));

    /// <summary>Open to anybody: health, the document that describes the API, public pages.</summary>
    public static TBuilder NeedsNoKey<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.With(new Need((IReadOnlyList<Role>?)null));

    private static TBuilder With<TBuilder>(this TBuilder builder, object metadata)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(metadata));
        return builder;
    }
}
