using Kim.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Tests.Slices;

public sealed class SchemaTests
{
    [Fact]
    public void The_migrations_hold_the_whole_model()
    {
        using var db = new NetworkDbFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_house_with_rows_takes_the_registers_on()
    {
        await using var database = await ServiceDatabase.CreateAsync("network");
        await using var db = new NetworkDb(new DbContextOptionsBuilder<NetworkDb>().UseNpgsql(database.Owner + ";Pooling=false").UseSnakeCaseNamingConvention().Options);
        await db.Database.MigrateAsync("Initial");
        await database.QueryAsync("insert into organisations (key, name, aliases, actor_type, hoheitlich, demo) values ('a', 'A', '{}', 'KI', false, false)");
        await database.QueryAsync("insert into fields_of_action (key, title, state, position) values ('f', 'F', 'NEW', 1)");

        await db.Database.MigrateAsync();

        var organisation = await db.Organisations.SingleAsync();
        Assert.Equal((0, 0), (organisation.Names.Count, organisation.Sources.Count));
        Assert.Empty((await db.FieldsOfAction.SingleAsync()).Contents);
    }

    [Fact]
    public void Nothing_in_the_house_may_list_without_an_index()
    {
        using var db = new NetworkDbFactory().CreateDbContext([]);
        string[] lists = ["themes(CreatedAt,Id)", "meetings(StartsAt,Id)", "resolutions(AdoptedOn,Id)", "measures(DueOn,Id)", "released_reports(ReleasedOn,Id)", "offers(Title,Key)", "organisations(Name,Key)", "committees(Name,Key)", "consultations(Position,Id)", "next_steps(Position)", "programmes(Position)"];

        var indexes = db.Model.GetEntityTypes().SelectMany(type => type.GetIndexes())
            .Select(index => $"{index.DeclaringEntityType.GetTableName()}({string.Join(',', index.Properties.Select(property => property.Name))})").ToList();

        Assert.All(lists, list => Assert.Contains(list, indexes));
    }
}
