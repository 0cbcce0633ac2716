namespace Kim.Naturalisation.Pull;

/// <summary>Registers the call to cases; resilience and discovery are the house's defaults.</summary>
internal static class PullSetup
{
    public static IServiceCollection AddPull(this IServiceCollection services)
    {
        services.AddHttpClient<ConsentedFactsClient>(http => http.BaseAddress = new Uri("http://cases"));
        return services;
    }
}
