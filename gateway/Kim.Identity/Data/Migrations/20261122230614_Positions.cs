using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kim.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class Positions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "occupancy_facts",
                columns: table => new
                {
                    position = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    vacated = table.Column<bool>(type: "boolean", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    fachaufsicht = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_occupancy_facts", x => new { x.position, x.version, x.vacated });
                });

            migrationBuilder.CreateTable(
                name: "standings",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    own_roles = table.Column<List<string>>(type: "text[]", nullable: false),
                    own_position = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    module = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    fachaufsicht = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standings", x => x.account_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_occupancy_facts_account_id",
                table: "occupancy_facts",
                column: "account_id");

            migrationBuilder.Sql(StandingMapping.TakeOverSql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "occupancy_facts");

            migrationBuilder.DropTable(
                name: "standings");
        }
    }
}
