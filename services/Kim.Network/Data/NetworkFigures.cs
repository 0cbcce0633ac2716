using Kim.ServiceKit.Figures;

namespace Kim.Network.Data;

/// <summary>What ops sees of the work of the committees.</summary>
internal static class NetworkFigures
{
    public static readonly DomainFigure Needs = new(
        "kim.network.structural_needs", "{need}", "Structural needs by the state of their theme; WITHDRAWN when the case took them back.", "kim.need.state",
        """
        select case when need.open then coalesce(theme.state, 'NO_THEME') else 'WITHDRAWN' end, count(*)
        from structural_needs need left join themes theme on theme.id = need.theme_id group by 1
        """);
}
