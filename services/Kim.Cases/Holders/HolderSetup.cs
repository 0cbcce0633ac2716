namespace Kim.Cases.Holders;

/// <summary>Registers the copy of a person's data; resilience and discovery are the house's defaults.</summary>
internal static class HolderSetup
{
    public static IServiceCollection AddPersonPackages(this IServiceCollection services)
    {
        services.AddHttpClient<HolderClient>();
        services.AddScoped<PackageBuilder>();
        services.AddHostedService<PackageWorker>();
        return services;
    }
}
