using System.Globalization;
using Kim.Cases.Domain;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Data;

namespace Kim.Cases.Data;

/// <summary>The query for a page of cases, newest first, with what each still has open.</summary>
internal sealed class CaseList
{
    private const string Columns = """
        c.id, c.number, c.phase, c.family_name, c.given_names, c.ags, c.opened_on, c.opened_at,
          (select count(*)::int from structural_needs s where s.case_id = c.id and s.state = 'OPEN') as open_structural_needs,
          (select count(*)::int from notices n where n.case_id = c.id and n.read_at is null) as unread_notices
        """;

    private readonly List<string> _conditions = [];
    private readonly List<object> _values = [];

    /// <summary>The cases that an actor may read.</summary>
    public static CaseList VisibleTo(Actor actor)
    {
        var list = new CaseList();
        list._conditions.Add(CaseQueries.SqlOfVisible(actor, list.Value(actor.AccountId)));
        return list;
    }

    /// <summary>Those of a phase; all when none is named.</summary>
    public CaseList InPhase(string? phase)
    {
        if (phase is not null) _conditions.Add($"c.phase = {Value(phase)}");
        return this;
    }

    /// <summary>Those after the last one of the page before.</summary>
    public CaseList After(DateTimeOffset openedAt, Guid id)
    {
        _conditions.Add($"(c.opened_at, c.id) < ({Value(openedAt)}, {Value(id)})");
        return this;
    }

    /// <summary>Those that a text is part of: of the name in its search forms (DIN 91379), or of the file number.</summary>
    public CaseList Matching(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return this;
        var number = $"c.number like {Value(PartOf(text.Trim().ToUpperInvariant()))}";
        var form = LatinNames.SearchForm(text);
        if (form.Length == 0) _conditions.Add(number);
        else _conditions.Add($"(c.search_text like {Value(PartOf(form))} or c.search_text like {Value(PartOf(LatinNames.LooseForm(text)))} or {number} or {Value(form)} <<% c.search_text)");
        return this;
    }

    /// <summary>The query for so many rows.</summary>
    public SqlQuery First(int rows) => new(
        $"select {Columns} from cases c where {string.Join(" and ", _conditions)} order by c.opened_at desc, c.id desc limit {Value(rows)}", [.. _values]);

    private string Value(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count}");
    }

    private static string PartOf(string text) =>
        $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
