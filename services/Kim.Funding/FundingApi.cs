namespace Kim.Funding;

/// <summary>Table of contents: every operation of this service, one line each. Start here.</summary>
internal static class FundingApi
{
    public static void Map(RouteGroupBuilder api)
    {
        _ = api;
    }
}
