using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kim.Network.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReleasedReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "released_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    released_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_released_reports", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_released_reports_released_on_id",
                table: "released_reports",
                columns: new[] { "released_on", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "released_reports");
        }
    }
}
