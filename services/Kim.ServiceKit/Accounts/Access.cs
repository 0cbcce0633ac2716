using Kim.ServiceKit.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Kim.ServiceKit.Accounts;

/// <summary>The row of the table that let an actor in, cut to the roles that the actor holds.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Grants">Its cells for roles of the actor; never empty.</param>
public sealed record Access(string Policy, IReadOnlyList<Grant> Grants)
{
    /// <summary>The widest reach of these roles.</summary>
    public Reach Reach { get; } = Grants.Max(grant => grant.Reach);

    /// <summary>All field classes that these roles see.</summary>
    public FieldClass Sees { get; } = Grants.Aggregate(FieldClass.Plain, (sum, grant) => sum | grant.Sees);

    /// <summary>The roles that let the actor in: the others count nothing here, neither in the row-level policies.</summary>
    public IEnumerable<string> Roles => Grants.Select(grant => grant.Role);

    /// <summary>What an actor has by a policy, or null.</summary>
    internal static Access? Of(string policy, IEnumerable<Grant> grants, Actor actor) =>
        grants.Where(grant => actor.Has(grant.Role)).ToList() is { Count: > 0 } held ? new Access(policy, held) : null;

    /// <summary>The policy that an endpoint names, or null.</summary>
    internal static string? PolicyOf(Endpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).LastOrDefault(policy => policy is not null);
}
