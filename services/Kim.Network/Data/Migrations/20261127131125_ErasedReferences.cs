using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kim.Network.Data.Migrations
{
    /// <inheritdoc />
    public partial class ErasedReferences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erased_references",
                columns: table => new
                {
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erased_references", x => x.digest);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_aggregate",
                table: "outbox",
                column: "aggregate_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erased_references");

            migrationBuilder.DropIndex(
                name: "ix_outbox_aggregate",
                table: "outbox");
        }
    }
}
