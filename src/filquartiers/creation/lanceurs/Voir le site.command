#!/bin/sh
# Un double-clic ouvre le site dans le navigateur.
ici=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
printf '%s\n' 'Le site va s’ouvrir dans votre navigateur. Gardez cette fenêtre ouverte ; Ctrl-C, ou la fermer, arrête l’aperçu.'
sh "$ici/filquartiers" @VOIR@ --projet "$ici"
code=$?
if [ "$code" -ne 0 ]; then
  printf '\n%s\n' 'Le site n’a pas pu s’ouvrir : la raison est écrite au-dessus. Appuyez sur Entrée pour fermer cette fenêtre.'
  read -r _
fi
exit "$code"
