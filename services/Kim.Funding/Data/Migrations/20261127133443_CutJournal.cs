using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kim.Funding.Data.Migrations
{
    /// <inheritdoc />
    public partial class CutJournal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Reports.FrozenReports.LetCutSql);

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
