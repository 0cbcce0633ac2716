using Kim.Identity.Connect;
using Kim.Identity.Data;
using Kim.Identity.Keys;

namespace Kim.Identity.Setup;

/// <summary>What <c>migrate</c> does after the migrations: keys, clients, demo accounts. All of it may run any number of times.</summary>
internal static class FirstStart
{
    public static async Task RunAsync(IServiceProvider services, IdentityDb owner, CancellationToken ct)
    {
        // The application's own role does it: the owner's context would pass its fences by another door.
        await services.GetRequiredService<KeyRing>().MaintainAsync(ct);
        await services.GetRequiredService<Clients>().WriteAsync(ct);
        await services.GetRequiredService<DemoAccounts>().WriteAsync(ct);
    }
}
