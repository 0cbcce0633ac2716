using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using OpenIddict.Server;

namespace Kim.Identity.Keys;

internal static partial class KeySetup
{
    private const int Attempts = 30;

    public static void AddKeys(this IServiceCollection services)
    {
        services.AddSingleton<KeyVault>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<ProviderKeys>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<ProviderKeys>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<ProviderKeys>());
        services.AddHostedService<KeyRotation>();
        services.AddDataProtection().SetApplicationName("kim-identity");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((options, provider) =>
        {
            options.XmlRepository = new DatabaseXmlRepository(provider.GetRequiredService<IServiceScopeFactory>());
            options.XmlEncryptor = new VaultXmlEncryptor(provider.GetRequiredService<KeyVault>());
        });
    }

    /// <summary>Reads the keys before the first request; waits for the database a while, and says what is missing when there are none.</summary>
    public static async Task<bool> LoadKeysAsync(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Kim.Identity.Keys");
        var ring = app.Services.GetRequiredService<KeyRing>();
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                if (await ring.LoadAsync(default)) return true;
                NoKeys(log);
                return false;
            }
            catch (CryptographicException)
            {
                WrongKey(log);
                return false;
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException })
            {
                Waiting(log);
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }

        return false;
    }

    [LoggerMessage(LogLevel.Critical, "There are no keys in the database: run 'dotnet Kim.Identity.dll migrate' first")]
    private static partial void NoKeys(ILogger logger);

    [LoggerMessage(LogLevel.Critical, "The stored keys do not open: Identity:KeyEncryptionKey is not the one under which they were made")]
    private static partial void WrongKey(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The database does not answer yet")]
    private static partial void Waiting(ILogger logger);
}

/// <summary>Hands the ring's keys to the provider, anew whenever the ring changed.</summary>
internal sealed class ProviderKeys : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>
{
    private readonly KeyRing _ring;
    private CancellationTokenSource _change = new();

    public ProviderKeys(KeyRing ring)
    {
        _ring = ring;
        ring.Changed += () => Interlocked.Exchange(ref _change, new CancellationTokenSource()).Cancel();
    }

    public string Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(_change.Token);

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var key in _ring.Signing) options.SigningCredentials.Add(new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
        foreach (var key in _ring.Sealing)
            options.EncryptionCredentials.Add(new EncryptingCredentials(key, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }
}

/// <summary>Looks once an hour whether a key is due.</summary>
internal sealed partial class KeyRotation(KeyRing ring, TimeProvider clock, ILogger<KeyRotation> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ring.MaintainAsync(stoppingToken);
                await ring.LoadAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException })
            {
                Failed(log, failure.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The keys could not be looked after: {Failure}; the next look is in an hour")]
    private static partial void Failed(ILogger logger, string failure);
}
