using System.Text;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Fields;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Testing;

/// <summary>The page <c>docs/rights/{service}.md</c>: the table of rights as the running service has it, with the operations that each row opens.</summary>
public static class RightsPage
{
    private static readonly FieldClass[] Classes = [FieldClass.Personal, FieldClass.Special, FieldClass.Restricted];

    /// <summary>Compares the page with the table; <c>KIM_APPROVE=1</c> writes it.</summary>
    /// <param name="rig">The service.</param>
    /// <param name="services">Its services.</param>
    public static void Match(ServiceRig rig, IServiceProvider services) =>
        Approvals.MatchFile(Write(rig.Service, services), Path.Combine(Repository.Root, "docs", "rights", rig.Service + ".md"));

    private static string Write(string service, IServiceProvider services)
    {
        var operations = RightsDriver.Policies(services).ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var page = new StringBuilder($"# Rights: {service}\n\n"
            + "Written from the table that the service enforces; an approval test keeps the two equal. What is not here is refused.\n\n"
            + "| policy | roles | reach | fields seen beside plain ones | operations |\n|---|---|---|---|---|\n");
        foreach (var (policy, grants) in services.GetRequiredService<PolicyTable>())
            foreach (var (like, index) in grants.GroupBy(grant => (grant.Reach, grant.Sees)).Select((like, index) => (like, index)))
                page.Append(index == 0 ? $"| `{policy}` " : "| ")
                    .Append($"| {string.Join(", ", like.Select(grant => grant.Role))} | {like.Key.Reach.ToString().ToLowerInvariant()} | {Seen(like.Key.Sees)} ")
                    .Append(index == 0 ? $"| {string.Join(", ", operations[policy])} |\n" : "| |\n");
        return page.ToString();
    }

    private static string Seen(FieldClass sees) => sees == FieldClass.Plain ? "–" : string.Join(", ", Classes.Where(one => sees.HasFlag(one)).Select(one => one.ToString().ToLowerInvariant()));
}
