using Kim.Contracts.Network;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Profile;
using Kim.ServiceKit.Profile.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Profile.Tests;

/// <summary>One transaction per service, idempotent, and nothing is written of a profile that is refused.</summary>
public sealed class ImporterTests : IAsyncLifetime
{
    private readonly ProfileCopy _copy = new();
    private ServiceDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await ServiceDatabase.CreateAsync("profile");
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _copy.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_import_writes_rows_events_and_its_hash_together()
    {
        await ImportAsync();

        Assert.Equal(11, await CountAsync("towns"));
        Assert.Equal(11, await CountAsync("outbox"));
        Assert.Equal("TownsPart", await _database.ScalarAsync<string>("select part from profile_imports"));
    }

    [Fact]
    public async Task An_unchanged_profile_is_not_imported_again()
    {
        await ImportAsync();
        await _database.QueryAsync("update towns set name = 'by hand'");

        await ImportAsync();

        Assert.Equal(11, await CountAsync("towns where name = 'by hand'"));
        Assert.Equal(11, await CountAsync("outbox"));
    }

    [Theory, InlineData("municipalities.json"), InlineData("schema/municipalities.schema.json")]
    public async Task A_changed_file_or_schema_is_imported_again(string file)
    {
        await ImportAsync();
        _copy.Replace(file, "{", "{ ");

        await ImportAsync();

        Assert.Equal(11, await CountAsync("towns"));
        Assert.Equal(22, await CountAsync("outbox"));
        Assert.Equal(1, await CountAsync("profile_imports"));
    }

    [Fact]
    public async Task The_demo_switch_counts_as_a_change()
    {
        _copy.Replace("municipalities.json", "\"seat\": true", "\"demo\": true, \"seat\": true");
        await ImportAsync(demo: false);
        Assert.Equal(10, await CountAsync("towns"));

        await ImportAsync(demo: true);

        Assert.Equal(11, await CountAsync("towns"));
    }

    [Fact]
    public async Task A_profile_that_the_schema_refuses_writes_nothing()
    {
        await ImportAsync();
        var before = await _database.ScalarAsync<string>("select hash from profile_imports");
        _copy.Replace("municipalities.json", "\"Ascheberg\"", "\"Ascheberg neu\"");
        _copy.Replace("municipalities.json", "21200", "\"viele\"");

        var refused = await Assert.ThrowsAsync<ProfileException>(() => ImportAsync());

        Assert.Equal("municipalities.json#/items/10/population: must be a whole number", refused.Message);
        Assert.Equal(0, await CountAsync("towns where name = 'Ascheberg neu'"));
        Assert.Equal(before, await _database.ScalarAsync<string>("select hash from profile_imports"));
    }

    [Fact]
    public async Task A_reference_that_does_not_resolve_takes_back_what_the_part_had_already_saved()
    {
        _copy.Replace("municipalities.json", "\"kimEmployer\": \"stadt-duelmen\"", "\"kimEmployer\": \"stadt-nirgends\"");

        var refused = await Assert.ThrowsAsync<ProfileException>(() => ImportAsync());

        Assert.Equal("municipalities.json#/items/3/kimEmployer: no organisation has the key 'stadt-nirgends'", refused.Message);
        Assert.Equal(0, await CountAsync("towns"));
        Assert.Equal(0, await CountAsync("outbox"));
        Assert.Equal(0, await CountAsync("profile_imports"));
    }

    [Fact]
    public async Task Two_imports_at_once_end_as_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ImportAsync()));

        Assert.Equal(11, await CountAsync("towns"));
        Assert.Equal(11, await CountAsync("outbox"));
    }

    private async Task ImportAsync(bool demo = true)
    {
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton(TimeProvider.System).AddScoped<IProfilePart<TownsDb>, TownsPart>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await using var db = Open();
        await ProfileImporter<TownsDb>.RunAsync(scope.ServiceProvider, db, _copy.Folder, demo, default);
    }

    private TownsDb Open() => new(new DbContextOptionsBuilder<TownsDb>().UseNpgsql(_database.Owner).UseSnakeCaseNamingConvention().Options);

    private async Task<long> CountAsync(string from) => await _database.ScalarAsync<long>($"select count(*) from {from}");

    private sealed class Town
    {
        public required string Ags { get; init; }

        public required string Name { get; set; }
    }

    private sealed class TownsDb(DbContextOptions<TownsDb> options) : KimDbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<Town>(town => town.ToTable("towns").HasKey(row => row.Ags));
        }
    }

    private sealed class TownsPart : IProfilePart<TownsDb>
    {
        public IReadOnlyList<string> Files => ["municipalities.json", "organisations.json"];

        public async Task ImportAsync(ProfileDocuments profile, TownsDb db, ProfileContext context, CancellationToken ct)
        {
            var organisations = profile.Keys("organisations.json");
            foreach (var item in profile.Items<MunicipalityEntry>("municipalities.json"))
            {
                if (!organisations.Contains(item.Value.KimEmployer))
                    throw item.Error("/kimEmployer", $"no organisation has the key '{item.Value.KimEmployer}'");
                if (await db.FindAsync<Town>([item.Value.Ags], ct) is { } known) known.Name = item.Value.Name;
                else db.Add(new Town { Ags = item.Value.Ags, Name = item.Value.Name });
                context.Events.Add(Guid.NewGuid(), new OfferWithdrawn { OfferId = Guid.NewGuid(), Version = 1 });
                await db.SaveChangesAsync(ct);
            }
        }
    }
}
