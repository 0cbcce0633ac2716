using Microsoft.AspNetCore.Routing;

namespace Kim.ServiceKit.Operations;

/// <summary>Table of contents of the operations that the kit maps for every service, under the service's own routes.</summary>
internal static class OpsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        ListQueues.Map(api);
        ListParkedMessages.Map(api);
        GetParkedMessage.Map(api);
        RedriveParkedMessage.Map(api);
        RedriveParkedMessages.Map(api);
        DiscardParkedMessage.Map(api);
    }
}
